import { ReadableStream } from 'node:stream/web';
import { parseRange, type ByteRange } from './byte-range.ts';
import { dossierPolicy } from './content-policy.ts';
import { appOrigin } from './origin.ts';

/** Which file of which dossier: of an expert's task, or of a round in the open workspace. */
export type DossierPlace = {
  readonly of: 'task' | 'round';
  /** Id of the task or round. */
  readonly id: string;
  readonly candidateId: string;
  readonly sha256: string;
};

/** A dossier file's bytes: `read` gives those of a range. */
export type DossierContent = {
  readonly size: number;
  readonly mediaType: string;
  readonly read: (range: ByteRange) => AsyncIterable<Uint8Array>;
};

/** Finds the file that belongs to that candidate of that task or round; null when there is none. */
export type FindDossier = (place: DossierPlace) => Promise<DossierContent | null>;

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const address = new RegExp(`^mtx-dossier://(task|round)/(${uuid})/(${uuid})/([0-9a-f]{64})$`);

/** What the viewer can show. Everything else is handed over as bytes, whatever its record says. */
const shownTypes = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp', 'text/plain']);

/**
 * Reads an address `mtx-dossier://task/<taskId>/<candidateId>/<sha256>` or `…round/<roundId>/…`; null when it is not
 * exactly of that form.
 */
export function parseDossierAddress(url: string): DossierPlace | null {
  const match = address.exec(url);
  if (match === null) return null;
  const [, of, id = '', candidateId = '', sha256 = ''] = match;
  return { of: of === 'task' ? 'task' : 'round', id, candidateId, sha256 };
}

/** Answers the viewer's request for a dossier file; unknown addresses get 404 without a reason. */
export async function serveDossierFile(request: Request, find: FindDossier): Promise<Response> {
  const place = parseDossierAddress(request.url);
  const content = place === null ? null : await find(place);
  if (content === null) return new Response(null, { status: 404, headers: corsHeaders });
  const range = parseRange(request.headers.get('range'), content.size);
  if (range === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { ...corsHeaders, 'Content-Range': `bytes */${content.size}` } });
  const { start, end } = range === 'whole' ? { start: 0, end: content.size - 1 } : range;
  const headers: Record<string, string> = {
    ...headersOf(content),
    'Content-Length': String(end - start + 1),
    ...(range === 'whole' ? {} : { 'Content-Range': `bytes ${start}-${end}/${content.size}` }),
  };
  const body = end < start ? null : ReadableStream.from(content.read({ start, end }));
  return new Response(body, { status: range === 'whole' ? 200 : 206, headers });
}

const corsHeaders = {
  'Access-Control-Allow-Origin': appOrigin,
  'Access-Control-Expose-Headers': 'Accept-Ranges, Content-Length, Content-Range',
};

function headersOf({ mediaType }: DossierContent): Record<string, string> {
  return {
    ...corsHeaders,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': dossierPolicy,
    'Content-Type': shownTypes.has(mediaType) ? mediaType : 'application/octet-stream',
    'X-Content-Type-Options': 'nosniff',
  };
}
