import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from '../api/problem';
import { describeError } from '../ui/states';
import { toast } from '../ui/toast';

function show(error: unknown): void {
  const { title, detail } = describeError(error);
  toast(title, 'bad', detail);
}

/** A page shows the error of what it could not load; here come the errors that no page shows. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => query.state.data !== undefined && query.meta?.quiet !== true && show(error) }),
    mutationCache: new MutationCache({ onError: (error, _variables, _result, mutation) => mutation.meta?.quiet !== true && show(error) }),
    defaultOptions: {
      queries: {
        // What is shown is kept fresh by the event stream.
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && error instanceof Problem && (error.status === 0 || error.status >= 502),
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
}
