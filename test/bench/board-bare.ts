import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { ensureElectronRuntime } from '#test/runtime/electron-runtime.mjs';

/** A row of the bare grid: what the board's columns hold, as plain values. */
export type BareRow = {
  readonly rank: number | null;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly score: number | null;
  readonly spread: number | null;
  readonly sheets: number;
  readonly status: string;
  readonly tie: string;
  readonly remarks: string;
};

export type Box = { readonly width: number; readonly height: number };

const gridBuild = fileURLToPath(
  new URL('../../node_modules/ag-grid-community/dist/ag-grid-community.min.js', import.meta.url),
);

const main = `
const { app, BrowserWindow } = require('electron');
app.setPath('userData', require('node:path').join(__dirname, 'profile'));
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1440, height: 900, useContentSize: true, webPreferences: { sandbox: true, contextIsolation: true },
  });
  window.loadFile(require('node:path').join(__dirname, 'index.html'));
});
`;

/** The grid's own JavaScript build with its standard theme: no framework, no renderers of ours. */
const html = ({ width, height }: Box): string => `<!doctype html><meta charset="utf-8">
<style>body { margin: 0 } #grid { width: ${width}px; height: ${height}px }</style>
<div id="grid"></div><script src="ag-grid.js"></script><script src="rows.js"></script>
<script>
  const columns = [
    { field: 'rank', width: 72, pinned: 'left' }, { field: 'code', width: 96, pinned: 'left' },
    { field: 'name', width: 208, pinned: 'left' }, { field: 'unit', width: 184 }, { field: 'score', width: 88 },
    { field: 'spread', width: 152 }, { field: 'sheets', width: 120 }, { field: 'status', width: 136 },
    { field: 'tie', width: 216 }, { field: 'remarks', flex: 1, minWidth: 200 },
  ];
  window.makeGrid = () => {
    window.bareGrid?.destroy();
    window.bareGrid = agGrid.createGrid(document.getElementById('grid'), {
      columnDefs: columns, rowData: window.rows, animateRows: false, rowHeight: 36, headerHeight: 36,
      rowSelection: { mode: 'multiRow', enableClickSelection: false, headerCheckbox: false },
      selectionColumnDef: { pinned: 'left', width: 48 },
    });
  };
</script>`;

declare global {
  interface Window {
    makeGrid: () => void;
    readonly bareGrid: { setGridOption: (name: 'quickFilterText', value: string) => void };
  }
}

/** Starts Electron with a page that can make a grid of these rows, in a box as large as the board's. */
export async function startBare(
  folder: string,
  rows: readonly BareRow[],
  box: Box,
): Promise<{ readonly electron: ElectronApplication; readonly page: Page }> {
  await mkdir(folder);
  await copyFile(gridBuild, join(folder, 'ag-grid.js'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'bench', version: '1.0.0', main: 'main.cjs' }));
  await writeFile(join(folder, 'main.cjs'), main);
  await writeFile(join(folder, 'rows.js'), `window.rows = ${JSON.stringify(rows)};`);
  await writeFile(join(folder, 'index.html'), html(box));
  const { executable, args } = await ensureElectronRuntime();
  const electron = await _electron.launch({
    executablePath: executable,
    args: [...args.slice(0, -1), folder],
    timeout: 30_000,
  });
  const page = await electron.firstWindow();
  await page.waitForFunction(() => typeof window.makeGrid === 'function');
  return { electron, page };
}
