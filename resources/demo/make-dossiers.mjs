export function withDossiers(kind, rows){return rows}
export async function writeDossiers(){}
