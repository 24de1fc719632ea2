import type { DocxData } from './fill-docx.ts';
import { escapeHtml } from './print-form.ts';

/**
 * Fills the placeholders of a page for paper as those of a document are filled: `{name}`, and `{#name}` … `{/name}` for loops and
 * conditions. Values are escaped; names of the outer parts are known in the inner ones.
 */
export function fillHtml(template: string, data: DocxData): string {
  return template.replaceAll(/\{#([^{}]+)\}([\s\S]*?)\{\/\1\}|\{([^{}]+)\}/g, (_, loop, inner, name) => {
    if (typeof name === 'string') return fillText(data[name]);
    const value = data[String(loop)];
    if (typeof value === 'boolean') return value ? fillHtml(String(inner), data) : '';
    if (typeof value === 'string' || value === undefined) return '';
    return value.map((item) => fillHtml(String(inner), { ...data, ...item })).join('');
  });
}

function fillText(value: DocxData[string] | undefined): string {
  return typeof value === 'string' ? escapeHtml(value) : '';
}
