import { describe, expect, it } from 'vitest';
import { eventWords } from '#shared/trace/event-words.ts';
import { describeActor, describeEvent } from '#shared/trace/describe-event.ts';
import { eventKinds, kindOf } from '#shared/trace/event-kinds.ts';

describe('an event in words', () => {
  it('names people, objects and outcomes in the language asked for', () => {
    const received = { verdict: 'refused', code: 'package.stale', expert: '徐春燕', seq: 2 };
    expect(describeEvent('package-received', received, 'zh-CN')).toBe('收到结果包：徐春燕，拒收 package.stale');
    expect(describeEvent('package-received', { verdict: 'accepted' }, 'zh-CN')).toBe(
      '收到结果包：未能识别的专家，接收',
    );
    expect(describeEvent('form-exported', { form: 'ranking' }, 'en')).toBe('Exported a form: ranked list');
    expect(describeEvent('form-exported', { form: 'own-form' }, 'en')).toBe('Exported a form: own-form');
    expect(describeEvent('sheet-edited', { what: 'points', revision: 3 }, 'zh-CN')).toBe('修改评分表（分值，第 3 版）');
    expect(describeEvent('conflict-declared', { expert: '甲', candidate: 'B01 星澜' }, 'en')).toBe(
      'Declared a conflict: 甲, B01 星澜',
    );
  });

  it('that a newer program wrote is shown by its name, and counts as the office’s', () => {
    expect(describeEvent('moon-reached', {}, 'en')).toBe('moon-reached');
    expect(kindOf('moon-reached')).toBe('office');
  });

  it('belongs to a kind, and every kind has events', () => {
    const kinds = Object.keys(eventWords).map(kindOf);
    expect(new Set(kinds)).toEqual(new Set(eventKinds));
  });
});

describe('who acted', () => {
  const member = (name: string, role: string) => ({ kind: 'member' as const, name, role });

  it('is named with his role, in the language asked for', () => {
    expect(describeActor(member('李华', 'staff'), 'zh-CN')).toBe('李华（工作人员）');
    expect(describeActor(member('李华', 'admin'), 'en')).toBe('李华 (admin)');
    expect(describeActor(member('管理员', 'admin'), 'zh-CN')).toBe('管理员');
    expect(describeActor(member('李华', 'guest'), 'en')).toBe('李华');
  });

  it('is the command line, an expert, or nobody known', () => {
    expect(describeActor({ kind: 'command-line', name: null, role: null }, 'zh-CN')).toBe('命令行');
    expect(describeActor({ kind: 'command-line', name: null, role: null }, 'en')).toBe('command line');
    expect(describeActor({ kind: 'expert', name: '徐春燕', role: null }, 'en')).toBe('徐春燕');
    expect(describeActor({ kind: 'expert', name: null, role: null }, 'en')).toBe('an expert not recognised');
    expect(describeActor(null, 'en')).toBe('—');
  });
});
