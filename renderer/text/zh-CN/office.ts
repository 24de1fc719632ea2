export const office = {
  title: '评审办',
} as const;
