import type { Request, Response } from './protocol';
import { createService } from './service';

const scope = self as unknown as DedicatedWorkerGlobalScope;
const rest = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
const handle = createService((response: Response) => scope.postMessage(response), rest, () => performance.now());
scope.onmessage = (event: MessageEvent<Request>) => void handle(event.data);
