import { batch, useSignal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { type Failure, FailedPart } from './FailedPart';
import { stylesAgain } from './styles-again';

interface LaterProps<Props> {
  load: () => Promise<ComponentType<Props>>;
  /** Shown until it is there. */
  meanwhile?: ComponentChildren;
  /** Shown where it cannot be had, in place of the message alone. */
  failed?: (failure: Failure) => ComponentChildren;
}

/** A component that is loaded when it is first needed. `load` must be the same function each time. */
export function Later<Props extends object>({ load, meanwhile = null, failed = (failure) => <FailedPart {...failure} />, ...props }: LaterProps<Props> & Props) {
  const loaded = useSignal<{ component: ComponentType<Props> } | null>(null);
  const tries = useSignal(0);
  const trying = useSignal(true);
  const begin = () => {
    trying.value = true;
    stylesAgain().then(load).then(
      (component) => (loaded.value = { component }),
      (error: unknown) => {
        batch(() => {
          tries.value += 1;
          trying.value = false;
        });
        console.info(error);
      },
    );
  };
  useEffect(begin, [load]);
  if (loaded.value) {
    const Component = loaded.value.component;
    return <Component {...(props as unknown as Props)} />;
  }
  if (tries.value === 0) return <>{meanwhile}</>;
  return <>{failed({ tries: tries.value, trying: trying.value, again: () => { if (!trying.peek()) begin(); } })}</>;
}
