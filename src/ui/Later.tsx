import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';

/** A component that is loaded when it is first needed. `load` must be the same function each time. */
export function Later<Props extends object>({ load, ...props }: { load: () => Promise<ComponentType<Props>> } & Props) {
  const loaded = useSignal<{ component: ComponentType<Props> } | null>(null);
  useEffect(() => {
    void load().then((component) => (loaded.value = { component }));
  }, [load]);
  if (!loaded.value) return null;
  const Component = loaded.value.component;
  return <Component {...(props as unknown as Props)} />;
}
