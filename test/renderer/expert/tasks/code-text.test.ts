import { describe, expect, test } from 'vitest';
import { caretAfter, codeSymbols, groupCode } from '#renderer/expert/tasks/code-text.ts';

describe('an activation code as it is typed', () => {
  test('is grouped by four', () => {
    expect(groupCode('n6cyd').text).toBe('N6CY-D');
    expect(groupCode('N6CY-DBMY-6SCR-R8X8-S')).toEqual({
      text: 'N6CY-DBMY-6SCR-R8X8-S',
      symbols: codeSymbols,
      strange: null,
    });
  });

  test('takes pasted spaces, full-width forms and look-alikes', () => {
    expect(groupCode(' n6cy dbmy　6scr–r8x8 s ').text).toBe('N6CY-DBMY-6SCR-R8X8-S');
    expect(groupCode('Ｎ６ＣＹ').text).toBe('N6CY');
    expect(groupCode('oil1').text).toBe('0111');
  });

  test('leaves a strange character where it is and names it', () => {
    expect(groupCode('N6C！')).toEqual({ text: 'N6C！', symbols: 4, strange: '!' });
  });

  test('can be emptied again', () => {
    expect(groupCode('').text).toBe('');
    expect(groupCode('N6CY-').text).toBe('N6CY');
  });

  test('keeps the caret behind the symbol that was typed', () => {
    expect(caretAfter('')).toBe(0);
    expect(caretAfter('N6CY')).toBe(4);
    expect(caretAfter('N6CYD')).toBe(6);
    expect(caretAfter('N6CY-DBMY6')).toBe(11);
  });
});
