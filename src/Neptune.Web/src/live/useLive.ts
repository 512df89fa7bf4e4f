import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { watchProject } from './connection';
import { Refresher } from './refresh';

/** Keeps everything that is shown of a project fresh; says whether the connection stands. */
export function useLive(project: string): boolean {
  const client = useQueryClient();
  const [connected, setConnected] = useState(true);

  useEffect(() => {
    const refresher = new Refresher(client, project);
    const leave = watchProject(project, (message) => {
      if (message.kind === 'status') setConnected(message.connected);
      else if (message.project === project) refresher.add(message.ids);
    });
    return () => {
      leave();
      refresher.stop();
    };
  }, [client, project]);

  return connected;
}
