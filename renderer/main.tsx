import './ui/theme/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { firstPreferences, loadApp } from './app/app-store.ts';
import { receiveWaiting } from './app/receive-files.ts';
import { startShortcuts } from './ui/keyboard/shortcuts.ts';
import { startTexts } from './text/i18n.ts';

startTexts(firstPreferences.language);
startShortcuts();
// The first paint already knows theme, text size and language: nothing flickers.
await loadApp();
receiveWaiting();
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
