import type { DemoRandom } from './random.ts';

// Every number here is made so that it cannot belong to anybody: wrong check digits, a number range that no
// operator has, a registration year far ahead.

const codeAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const codeWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Divisions of GB/T 2260 for the districts; the new areas have none of their own. */
const divisions: Readonly<Record<string, string>> = {
  渝中区: '500103',
  大渡口区: '500104',
  江北区: '500105',
  沙坪坝区: '500106',
  九龙坡区: '500107',
  南岸区: '500108',
  北碚区: '500109',
  渝北区: '500112',
  巴南区: '500113',
};

/** A unified social credit code of the form of GB 32100-2015 whose check digit is wrong on purpose. */
export function fictionalCreditCode(random: DemoRandom, district: string): string {
  const organisation = Array.from({ length: 7 }, () => random.pick([...codeAlphabet])).join('');
  const body = `91${divisions[district] ?? '500000'}MA${organisation}`;
  const sum = [...body].reduce(
    (total, sign, index) => total + codeAlphabet.indexOf(sign) * (codeWeights[index] ?? 0),
    0,
  );
  const right = (31 - (sum % 31)) % 31;
  return body + (codeAlphabet[(right + random.integer(1, 30)) % 31] ?? '0');
}

const citizenWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const citizenChecks = '10X98765432';

/** A number of the form of GB 11643-1999 with a wrong check digit; `birth` is YYYY-MM. */
export function fictionalCitizenNumber(random: DemoRandom, birth: string, gender: '男' | '女'): string {
  const day = String(random.integer(1, 28)).padStart(2, '0');
  const order = random.integer(1, 49) * 2 + (gender === '男' ? 1 : 0);
  const body = `500000${birth.replace('-', '')}${day}${String(order).padStart(3, '0')}`;
  const sum = [...body].reduce((total, sign, index) => total + Number(sign) * (citizenWeights[index] ?? 0), 0);
  return body + (citizenChecks[((sum % 11) + random.integer(1, 10)) % 11] ?? '0');
}

/** A mobile number of a range given to no operator. */
export function fictionalPhone(random: DemoRandom): string {
  return `1200${String(random.integer(0, 9_999_999)).padStart(7, '0')}`;
}

/** A software copyright registration number of a year far ahead, such as 2099SR0000001. */
export function fictionalRegistration(order: number): string {
  return `2099SR${String(order).padStart(7, '0')}`;
}
