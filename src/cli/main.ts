/** The `lomsong` command: the same core and formats as the page, without a browser. */
import { language, LANGUAGE_CODES } from '../strings/every-language';
import { runCheck } from './check';
import { runCompare } from './compare';
import { runGaps } from './gaps';
import { EXIT, type ExitStatus, type Io, UsageError } from './io';
import { languageOf, readOptions } from './options';
import { runRank } from './rank';
import { runReport } from './report';

export type { Io } from './io';

/** Runs the command; the exit status is returned, nothing is thrown but defects of our own. */
export async function main(argv: readonly string[], io: Io): Promise<ExitStatus> {
  const lang = languageOf(argv);
  const text = language(lang).cli;
  const languages = LANGUAGE_CODES.join('|');
  try {
    const options = readOptions(argv);
    if (options.version) {
      io.stdout(`${io.version}\n`);
      return EXIT.fine;
    }
    switch (options.command) {
      case null:
        io.stdout(text.help(languages));
        return options.help ? EXIT.fine : EXIT.wrongUsage;
      case 'gaps':
        if (!options.help) return await runGaps(options, io, lang);
        io.stdout(text.helpGaps(languages));
        return EXIT.fine;
      case 'rank':
        if (!options.help) return await runRank(options, io, lang);
        io.stdout(text.helpRank(languages));
        return EXIT.fine;
      case 'report':
        if (!options.help) return await runReport(options, io, lang);
        io.stdout(text.helpReport(languages));
        return EXIT.fine;
      case 'check':
        if (!options.help) return await runCheck(options, io, lang);
        io.stdout(text.helpCheck(languages));
        return EXIT.fine;
      case 'compare':
        if (!options.help) return await runCompare(options, io, lang);
        io.stdout(text.helpCompare(languages));
        return EXIT.fine;
      case 'help':
        io.stdout(text.help(languages));
        return EXIT.fine;
      default:
        throw new UsageError(text.unknownCommand(options.command));
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.stderr(error.message);
    return EXIT.wrongUsage;
  }
}
