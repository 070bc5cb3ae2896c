// Paints the chosen theme before the first picture, then starts the program.
import init from './ui.js';

try {
  const theme = localStorage.getItem('trackside-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Without storage the system's theme holds.
}

init({ module_or_path: new URL('./ui_bg.wasm', import.meta.url) });
