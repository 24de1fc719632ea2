import { describe, expect, it } from 'vitest';
import { fillSentence } from '#shared/base/sentence.ts';
import { candidateSentences } from '#shared/candidates/sentences.ts';
import { expertSentences } from '#shared/experts/sentences.ts';
import { describeFailure, sentences } from '#shared/text/sentences.ts';
import { listLiterals, listRefusals, readSources } from './code-uses.ts';

const all = Object.entries(sentences);
const codes = new Set(all.map(([code]) => code));
const byCode = new Map(all);
const features = [...new Set(all.map(([code]) => code.split('.')[0] ?? ''))];
// The windows have keys of their own; what they are refused they get from here.
const sources = readSources('shared', 'electron');

const placeholders = (text: string): Set<string> =>
  new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ''));
/** Names of columns are told in the reader's language: `columns` and `columnsEn` are one thing. */
const ofBoth = (text: string): string[] => [...placeholders(text)].map((name) => name.replace(/En$/, '')).toSorted();

describe('codes and sentences', () => {
  it('belong together: every code of the source has a sentence', () => {
    // Names of files look like codes, and the steps of a verification name theirs by their beginning.
    const unknown = [...listLiterals(sources, features)].filter(
      ([code]) => !codes.has(code) && !/\.(?:json|db|csv)$|-$/.test(code),
    );
    expect(unknown).toEqual([]);
  });

  it('belong together: every sentence is said somewhere', () => {
    const used = listLiterals(sources, features);
    // Faults of rows are reported by their short name under the feature's.
    const short = (feature: string, folder: string) => {
      const text = readSources(folder)
        .map((file) => file.text)
        .join('\n');
      return (code: string) =>
        text.includes(`'${code.slice(feature.length + 1)}'`) && text.includes(`\`${feature}.\${`);
    };
    const byKind = {
      candidates: short('candidates', 'shared/candidates'),
      experts: short('experts', 'shared/experts'),
    };
    const unused = [...codes].filter((code) => {
      if (used.has(code)) return false;
      if (code in candidateSentences) return !byKind.candidates(code);
      return code in expertSentences ? !byKind.experts(code) : true;
    });
    expect(unused).toEqual([]);
  });

  it('are gathered under different names in every feature', () => {
    expect(codes.size).toBe(all.length);
    expect(features.toSorted()).toEqual(
      [
        'agreement',
        'assignment',
        'candidates',
        'cli',
        'decision',
        'experts',
        'files',
        'identity',
        'ipc',
        'package',
        'ranking',
        'reports',
        'receipt',
        'round',
        'scoring',
        'tables',
        'trace',
        'workspace',
      ].toSorted(),
    );
  });
});

describe('what a sentence names', () => {
  it('is the same in both languages', () => {
    const differing = all.filter(([, { zh, en }]) => String(ofBoth(en)) !== String(ofBoth(zh)));
    expect(differing.map(([code]) => code)).toEqual([]);
  });

  it('is supplied where a refusal is made', () => {
    const uses = listRefusals(sources).filter(({ keys }) => keys !== null);
    expect(uses.length).toBeGreaterThan(150);
    const lacking = uses.flatMap(({ code, place, keys }) => {
      const sentence = byCode.get(code);
      // Packages, tables and folders are named on the way out, by the one function that their refusals pass.
      const supplied = new Set([
        ...(keys ?? []),
        /^(?:package|receipt)\./.test(code) ? 'file' : '',
        /^tables\.|^candidates\.dossiers-too-many$/.test(code) ? 'name' : '',
      ]);
      const missing = [...placeholders(`${sentence?.zh}${sentence?.en}`)].filter((name) => !supplied.has(name));
      return missing.length === 0 ? [] : [`${place} ${code}: ${missing.join(', ')}`];
    });
    expect(lacking).toEqual([]);
  });

  it('is shown as an ellipsis when it is not known, and an unknown code as itself', () => {
    expect(describeFailure({ code: 'round.unknown' }, 'zh-CN')).toContain('（…）');
    expect(describeFailure({ code: 'round.unknown', detail: { id: 'R1' } }, 'en')).toContain('(R1)');
    expect(describeFailure({ code: 'no.such-code' }, 'en')).toBe('no.such-code');
  });

  it('is put in as it is, also when it looks like a placeholder', () => {
    const sentence = { zh: '“{{a}}”和“{{b}}”', en: '{{a}}' };
    expect(fillSentence(sentence, 'zh-CN', { a: '{{b}}', b: '$&' })).toBe('“{{b}}”和“$&”');
  });
});

/** What a Chinese sentence quotes as it is typed or shown: options, extensions, names of formats and files. */
const quoted = [
  /mtx (?:\{\{command\}\} )?--help/g,
  /--(?:\{\{option\}\}|passphrase-file|new-passphrase-file|member)/g,
  /AGE-SECRET-KEY-1…|age-keygen|MTX_PASSPHRASE|MTX_NEW_PASSPHRASE|workspace\.json/g,
  /XXXX-XXXX-XXXX-XXXX-X/g,
  /\*?\.(?:xlsx|xls|et|docx|mtxtask|mtxresult)/g,
  /UTF-(?:8|16)|GB 32100-2015|1985-(?:03|10)/g,
];

/** What an English sentence keeps in Chinese: names of columns and words that stand in the spreadsheet. */
const officialTerms = new Set(['赛道', '类别', '序号', '是', '否', '年', '月', '、', '回避', '弃权']);

describe('the wording', () => {
  it('of Chinese has no ASCII punctuation, no exclamation mark, and ends in 。', () => {
    const odd = all.filter(([, { zh }]) => {
      const unquoted = quoted.reduce<string>((text, pattern) => text.replaceAll(pattern, ''), zh);
      const running = unquoted.replaceAll(/\{\{\w+\}\}/g, '');
      return /[!-/:-@[-`{-~！]/.test(running) || !zh.endsWith('。');
    });
    expect(odd.map(([code]) => code)).toEqual([]);
  });

  it('of English has no Chinese but official terms, no exclamation mark, and ends in a full stop', () => {
    const odd = all.filter(([, { en }]) => {
      const foreign = en.match(/[\u3000-\u303f\uff00-\uffef\p{Script=Han}]+/gu) ?? [];
      return foreign.some((words) => !officialTerms.has(words)) || en.includes('!') || !en.endsWith('.');
    });
    expect(odd.map(([code]) => code)).toEqual([]);
  });

  it('fits a message: no line ends, no double spaces, neither empty nor endless', () => {
    const odd = all.filter(([, { zh, en }]) =>
      [zh, en].some((text) => /\n| {2}|^\s|\s$/.test(text) || text.length < 9 || text.length > 330),
    );
    expect(odd.map(([code]) => code)).toEqual([]);
  });

  it('of a refusal says what happened, what became of the data, and what to do', () => {
    // Rows of an import and notes say two things, for the list above them says the third.
    const refusals = all.filter(([code]) => !/^(?:candidates|experts|tables)\./.test(code));
    const short = refusals.filter(([, { zh }]) => (zh.match(/[。；]/g) ?? []).length < 2).map(([code]) => code);
    expect(short).toEqual([]);
    const without = refusals
      .filter(([, { zh }]) => !/请|用 mtx|无需处理|可用格式|可增补/.test(zh))
      .map(([code]) => code);
    expect(without).toEqual([]);
  });
});
