/** The page as one HTML file: where a reader's project goes into it. `build/single-file.ts` makes the file. */
import { Failure } from '../core/failure';
import { type StoredProject, writeProjectFile } from './project-file';
import { escapeXml } from './xml-text';

const PLACE = /(<script type="application\/octet-stream" id="lomsong-project">)[^<]*(?=<\/script>)/;

/**
 * The file with that project inside, in place of any other, and its name in the title.
 * @param template the page in one file
 * @throws where the template is something else, such as a server's page of an error
 */
export function withProject(template: string, project: StoredProject): string {
  if (!PLACE.test(template)) throw new Failure('not-the-page');
  // Base64 has no letter that means something in HTML; a replacement text with $ would mean something to `replace`.
  const base64 = inBase64(writeProjectFile(project));
  const title = project.name === '' ? '' : `${escapeXml(project.name)} – `;
  return template.replace(PLACE, (_, tag: string) => tag + base64).replace(/<title>/, () => `<title>${title}`);
}

/** More at once overflows the stack of a call. */
const BYTES_A_CALL = 0x8000;

function inBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += BYTES_A_CALL) binary += String.fromCharCode(...bytes.subarray(i, i + BYTES_A_CALL));
  return btoa(binary);
}
