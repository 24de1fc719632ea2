import { describe, expect, test } from 'vitest';
import { app as appEn } from '#renderer/text/en/app.ts';
import { common as commonEn } from '#renderer/text/en/common.ts';
import { expert as expertEn } from '#renderer/text/en/expert.ts';
import { office as officeEn } from '#renderer/text/en/office.ts';
import { app } from '#renderer/text/zh-CN/app.ts';
import { common } from '#renderer/text/zh-CN/common.ts';
import { expert } from '#renderer/text/zh-CN/expert.ts';
import { office } from '#renderer/text/zh-CN/office.ts';

type Line = readonly [key: string, text: string];

/** All texts below an object, with the way to each. */
function listTexts(value: unknown, way: readonly string[] = []): readonly Line[] {
  if (typeof value === 'string') return [[way.join('.'), value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => listTexts(below, [...way, key]));
}

const holes = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).toSorted();

const chinese = listTexts({ common, app, expert, office });
const english = new Map(listTexts({ common: commonEn, app: appEn, expert: expertEn, office: officeEn }));

describe('the texts of the windows', () => {
  test('have the same holes to fill in both languages', () => {
    const unequal = chinese.filter(([key, text]) => {
      const other = english.get(key);
      return other === undefined || holes(other).join() !== holes(text).join();
    });
    expect(unequal).toEqual([]);
  });

  test('keep Chinese out of the English, but for headers that a spreadsheet carries', () => {
    const headers = /材料|编号|名称|申报单位|姓名|回避单位|单位|职称|领域|手机|组长/g;
    expect([...english].filter(([, text]) => /\p{Script=Han}/u.test(text.replaceAll(headers, '')))).toEqual([]);
  });

  test('do not shout', () => {
    expect([...chinese, ...english].filter(([, text]) => /[!！]/.test(text))).toEqual([]);
  });
});
