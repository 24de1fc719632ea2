import { theme, type ThemeConfig } from 'antd';
import { withTokens, type TokenReader } from './read-tokens.ts';

type Token = NonNullable<ThemeConfig['token']>;

function surfaces({ colour }: TokenReader): Token {
  return {
    colorBgBase: colour('paper'),
    colorBgContainer: colour('paper'),
    colorBgElevated: colour('raised'),
    colorBgLayout: colour('ground'),
    colorBgMask: colour('veil'),
    colorBgTextHover: colour('hover'),
    colorBgContainerDisabled: colour('sunken'),
    colorFillAlter: colour('ground'),
    colorFillSecondary: colour('sunken'),
    colorFillTertiary: colour('hover'),
    controlItemBgHover: colour('hover'),
    controlItemBgActive: colour('primary-soft'),
    controlItemBgActiveHover: colour('primary-soft'),
    colorBorder: colour('line-strong'),
    colorBorderSecondary: colour('line'),
    colorBorderDisabled: colour('line'),
    colorSplit: colour('line'),
  };
}

function texts({ colour }: TokenReader): Token {
  return {
    colorTextBase: colour('ink'),
    colorText: colour('ink'),
    colorTextSecondary: colour('ink-soft'),
    colorTextTertiary: colour('ink-faint'),
    colorTextQuaternary: colour('ink-faint'),
    colorTextDescription: colour('ink-faint'),
    colorTextPlaceholder: colour('ink-faint'),
    colorTextDisabled: colour('ink-faint'),
    colorTextHeading: colour('ink'),
    colorIcon: colour('ink-soft'),
    colorIconHover: colour('ink'),
  };
}

function primaries({ colour }: TokenReader): Token {
  const hover = colour('primary-strong');
  return {
    colorPrimary: colour('primary'),
    colorPrimaryHover: hover,
    colorPrimaryActive: hover,
    colorPrimaryText: colour('primary'),
    colorPrimaryTextHover: hover,
    colorPrimaryBg: colour('primary-soft'),
    colorPrimaryBgHover: colour('primary-soft'),
    colorPrimaryBorder: colour('primary-line'),
    colorPrimaryBorderHover: colour('primary'),
    colorTextLightSolid: colour('on-primary'),
    colorLink: colour('primary'),
    colorLinkHover: hover,
    colorLinkActive: hover,
    colorInfo: colour('primary'),
    colorInfoBg: colour('primary-soft'),
    colorInfoBorder: colour('primary-line'),
  };
}

function states({ colour }: TokenReader): Token {
  return {
    colorSuccess: colour('done'),
    colorSuccessText: colour('done'),
    colorSuccessBg: colour('done-soft'),
    colorWarning: colour('waiting'),
    colorWarningText: colour('waiting'),
    colorWarningBg: colour('waiting-soft'),
    colorError: colour('refused'),
    colorErrorText: colour('refused'),
    colorErrorHover: colour('refused'),
    colorErrorActive: colour('refused'),
    colorErrorBg: colour('refused-soft'),
  };
}

function sizes({ pixels, text }: TokenReader): Token {
  const body = pixels('text-body');
  return {
    fontFamily: text('font'),
    fontFamilyCode: text('font-code'),
    fontSize: body,
    fontSizeSM: pixels('text-small'),
    fontSizeLG: pixels('text-large'),
    fontSizeHeading4: pixels('text-title'),
    fontSizeIcon: pixels('text-small'),
    lineHeight: pixels('line-body') / body,
    fontWeightStrong: Number(text('weight-strong')),
    controlHeight: pixels('control'),
    controlHeightSM: pixels('control'),
    controlHeightLG: pixels('control-main'),
    controlInteractiveSize: pixels('icon'),
    borderRadius: pixels('radius'),
    borderRadiusLG: pixels('radius'),
    borderRadiusSM: pixels('radius'),
    boxShadow: text('shadow'),
    boxShadowSecondary: text('shadow'),
    motion: Number.parseFloat(text('motion')) > 0,
    // antd's slow, middle and fast are multiples of this unit (in seconds): the slowest stays within 150 ms.
    motionUnit: 0.05,
  };
}

type Algorithm = Extract<NonNullable<ThemeConfig['algorithm']>, (...input: never[]) => unknown>;

/** antd's dark algorithm dims the colours it is given; ours are made for dark ground already. */
const dark: Algorithm = (seed, map) => ({
  ...theme.darkAlgorithm(seed, map),
  colorPrimary: seed.colorPrimary,
  colorInfo: seed.colorInfo,
  colorSuccess: seed.colorSuccess,
  colorWarning: seed.colorWarning,
  colorError: seed.colorError,
  colorLink: seed.colorLink,
});

/** antd's theme from the tokens as they hold now. */
export function makeAntdTheme(onDark: boolean): ThemeConfig {
  return withTokens((tokens) => ({
    algorithm: onDark ? dark : theme.defaultAlgorithm,
    token: { ...surfaces(tokens), ...texts(tokens), ...primaries(tokens), ...states(tokens), ...sizes(tokens) },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Tooltip: { colorBgSpotlight: tokens.colour('ink'), colorTextLightSolid: tokens.colour('paper') },
      Table: { headerBg: tokens.colour('ground') },
    },
  }));
}
