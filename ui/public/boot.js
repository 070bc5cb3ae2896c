// Paints the chosen theme before the first picture, then starts the program.
import init from './ui.js';

try {
  const theme = localStorage.getItem('trackside-theme') ?? 'system';
  const sharp = theme === 'system' && matchMedia('(prefers-contrast: more)').matches;
  if (theme !== 'system') document.documentElement.dataset.theme = theme;
  if (sharp) document.documentElement.dataset.theme = 'contrast';
} catch {
  // Without storage the system's theme holds.
}

init({ module_or_path: new URL('./ui_bg.wasm', import.meta.url) });
