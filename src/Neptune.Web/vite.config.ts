import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The server fills in the base address of the page; the development server does it here. */
function baseAddress(): Plugin {
  return {
    name: 'base-address',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace('<base href="./">', '<base href="/">'),
  };
}

export default defineConfig({
  base: './',
  plugins: [react(), baseAddress()],
  build: {
    outDir: process.env.WEB_OUT ?? 'dist',
    emptyOutDir: true,
    target: ['es2023', 'chrome123', 'firefox125', 'safari17.5'],
    // The page's policy allows no inline script and no data: address for scripts.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  // The server compares the page's origin with the host that was asked for, which must stay as the browser says it.
  server: { proxy: { '/api': { target: process.env.NEPTUNE_UI ?? 'http://127.0.0.1:5099', changeOrigin: false } } },
  test: { restoreMocks: true },
});
