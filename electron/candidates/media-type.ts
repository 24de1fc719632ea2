import { open as openZip } from 'yauzl';
import { openPromise } from 'yauzl';
