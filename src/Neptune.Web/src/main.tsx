import './ui/base.css';
import './ui/ui.css';
import './shell/shell.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { createQueryClient } from './shell/queryClient';
import { createRouter } from './shell/routes';
import { applyTheme, savedTheme } from './shell/theme';
import { Toasts } from './ui/Toasts';
import { TooltipProvider } from './ui/Tooltip';

applyTheme(savedTheme());

const root = document.getElementById('app');
if (!root) throw new Error('The page has no element #app.');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <TooltipProvider delayDuration={400}>
        <RouterProvider router={createRouter()} />
        <Toasts />
      </TooltipProvider>
    </QueryClientProvider>
  </StrictMode>,
);
