export const app = {
  title: '满天星评审工作台',
} as const;
