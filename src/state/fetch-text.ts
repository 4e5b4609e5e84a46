import { Failure } from '../core/failure';

/** The text of a file beside the page. @throws Failure where it cannot be had */
export async function fetchText(address: string): Promise<string> {
  const answer = async <T>(asked: Promise<T>): Promise<T> => {
    try {
      return await asked;
    } catch (error) {
      console.info(error);
      throw new Failure('unreachable');
    }
  };
  const response = await answer(fetch(address));
  if (!response.ok) throw new Failure('refused', `HTTP ${response.status}`);
  return answer(response.text());
}
