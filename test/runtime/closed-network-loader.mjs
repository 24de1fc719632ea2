// Start-up code of the closed-network Electron (packed as its default_app.asar): opens the application folder
// named on the command line, as the official one's default application does.
import { app } from 'electron';
import { readFileSync } from 'node:fs';
import Module from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const optionsWithValue = new Set(['-r', '--require']);
const given = process.argv.slice(1);
const at = given.findIndex((argument, index) => !argument.startsWith('-') && !optionsWithValue.has(given[index - 1]));
if (at < 0) {
  console.error('Usage: electron [options] <application folder> [arguments]');
  process.exit(64);
}

const folder = resolve(given[at]);
const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
// What the official default application leaves: the program, the folder, then the application's own arguments.
process.argv = [process.argv[0], given[at], ...given.slice(at + 1)];
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
app.setName(description.productName ?? description.name);
app.setVersion(description.version);
app.setAppPath(folder);
app.setPath('userData', join(app.getPath('appData'), app.getName()));

// This runtime's Node is too old for the better-sqlite3 of package.json (its N-API is missing, it would crash):
// `require` gets the copy compiled for this runtime. An ESM `import` or another process is not reached by this.
const ownSqlite = join(process.resourcesPath, 'native', 'node_modules', 'better-sqlite3', 'lib', 'index.js');
const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  return request === 'better-sqlite3' ? ownSqlite : resolveFilename.call(this, request, ...rest);
};

// Awaited at top level, so that `ready` is not emitted before the application has registered its schemes.
await import(pathToFileURL(join(folder, description.main ?? 'index.js')).href);
