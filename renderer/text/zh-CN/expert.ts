export const expert = {
  title: '评审专家',
} as const;
