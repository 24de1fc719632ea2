import { openDatabase } from '#electron/db/open-database.ts';
import { workspaceMigrations } from '#electron/db/migrations.ts';
import { hashRanking } from '#electron/ranking/hash-ranking.ts';
import { loadRankingInput } from '#electron/ranking/load-ranking-input.ts';
import { rankRound } from '#shared/ranking/rank-round.ts';
import { roundSchema } from '#shared/round/round.ts';
import { value } from '../pipeline/make-round.ts';

// Ranks a database once (arguments: its file, the round as JSON) and prints the most memory that the process took, in MB:
// when the round was ordered, and with all rows written out and hashed.
const [file = '', round = ''] = process.argv.slice(2);
const db = value(openDatabase(file, workspaceMigrations));
const most = (): number => Math.round(process.resourceUsage().maxRSS / 1024);
const input = loadRankingInput(db, roundSchema.parse(JSON.parse(round)));
const ranking = value(rankRound(input));
const ordered = most();
hashRanking(input, ranking);
console.log(`${ordered} ${most()}`);
db.close();
