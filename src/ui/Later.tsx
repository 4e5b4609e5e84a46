import { useSignal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';

interface LaterProps<Props> {
  load: () => Promise<ComponentType<Props>>;
  /** Shown until it is there. */
  meanwhile?: ComponentChildren;
  /** Shown where it cannot be had. */
  failed?: (reason: string) => ComponentChildren;
}

/** A component that is loaded when it is first needed. `load` must be the same function each time. */
export function Later<Props extends object>({ load, meanwhile = null, failed, ...props }: LaterProps<Props> & Props) {
  const loaded = useSignal<{ component: ComponentType<Props> } | null>(null);
  const failure = useSignal<string | null>(null);
  useEffect(() => {
    load().then(
      (component) => (loaded.value = { component }),
      (error: unknown) => {
        failure.value = error instanceof Error ? error.message : String(error);
        console.info(error);
      },
    );
  }, [load]);
  if (failure.value !== null && failed) return <>{failed(failure.value)}</>;
  if (!loaded.value) return <>{meanwhile}</>;
  const Component = loaded.value.component;
  return <Component {...(props as unknown as Props)} />;
}
