import { encode } from 'uqr';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import './fingerprint.css';

/** Quiet zone around a QR code, in modules (ISO/IEC 18004). */
const border = 4;

/** A key's fingerprint as people compare it: groups to be read out, and a QR code of the same text. */
export function Fingerprint({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const [scheme = '', groups = ''] = splitScheme(text);
  return (
    <figure className="fingerprint">
      <QrCode text={text} label={t('fingerprintQr')} />
      <figcaption>
        <span className="fingerprint-scheme">{scheme}</span>
        <ol>
          {groups.split('-').map((group, index) => (
            // Groups may repeat; their place is what tells them apart.
            <li key={index}>{group}</li>
          ))}
        </ol>
      </figcaption>
    </figure>
  );
}

function splitScheme(text: string): readonly string[] {
  const colon = text.indexOf(':');
  return [text.slice(0, colon), text.slice(colon + 1)];
}

function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { path, size } = useMemo(() => drawCode(text), [text]);
  return (
    // An img cannot hold the drawing itself, and its source would have to be a URL.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <svg className="fingerprint-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}

/** Dark modules as one path of unit squares. */
function drawCode(text: string): { readonly path: string; readonly size: number } {
  const { data, size } = encode(text, { border, ecc: 'M' });
  const path = data.flatMap((line, y) => line.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { path, size };
}
