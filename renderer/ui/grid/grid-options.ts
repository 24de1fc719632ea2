import { AG_GRID_LOCALE_CN } from '@ag-grid-community/locale';
import { AllCommunityModule, ModuleRegistry, type ColDef, type ColGroupDef, type GridOptions } from 'ag-grid-community';
import type { Preferences } from '#shared/ipc/app-calls.ts';
import { compareValues } from './compare-values.ts';
import { gridTheme } from './grid-theme.ts';
import { limitPins, scaleColumns } from './scale-columns.ts';

ModuleRegistry.registerModules([AllCommunityModule]);

export const columnDefaults = {
  sortable: true,
  comparator: compareValues,
  resizable: true,
  suppressHeaderMenuButton: true,
  minWidth: 64,
} satisfies ColDef;

/** What all our grids have in common, in a language. */
export function sharedOptions(language: Preferences['language']) {
  return {
    theme: gridTheme,
    animateRows: false,
    enableCellTextSelection: true,
    suppressDragLeaveHidesColumns: true,
    tooltipShowMode: 'whenTruncated',
    ...(language === 'zh-CN' ? { localeText: AG_GRID_LOCALE_CN } : {}),
  } satisfies GridOptions;
}

const normalText = 14;

/** Pinned columns take at most this share of the window. */
const pinnedShare = 0.45;

/** Columns as wide as the text size asks for, pinned as far as there is room. */
export function fitColumns<Row>(
  columns: readonly (ColDef<Row> | ColGroupDef<Row>)[],
  textSize: number,
): (ColDef<Row> | ColGroupDef<Row>)[] {
  return limitPins(scaleColumns(columns, textSize / normalText), window.innerWidth * pinnedShare);
}
