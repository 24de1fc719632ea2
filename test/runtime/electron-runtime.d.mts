/** The Electron of this machine; `args` end with the application's folder. */
export interface ElectronRuntime {
  readonly executable: string;
  readonly kind: 'official' | 'closed-network';
  readonly version: string;
  readonly args: readonly string[];
}

/** Finds or makes the Electron of this machine. Dependencies must be installed. */
export function ensureElectronRuntime(options?: { readonly again?: boolean }): Promise<ElectronRuntime>;
