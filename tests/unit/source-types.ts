/**
 * What the sources do with text and numbers, by the compiler's own knowledge of types: an access counts for the property it
 * means, not for whatever else bears that name. The compiler's interface is not settled yet; its version is pinned.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Node, SyntaxKind } from 'typescript/unstable/ast';
import { API, type Project, SignatureKind, type Symbol as TypeScriptSymbol, type Type, TypeFlags } from 'typescript/unstable/sync';

const root = fileURLToPath(new URL('../../', import.meta.url));

function withProject<T>(use: (project: Project) => T): T {
  const api = new API({ cwd: root });
  try {
    return use(api.updateSnapshot({ openProjects: [path.join(root, 'tsconfig.json')] }).getProjects()[0]!);
  } finally {
    api.close();
  }
}

const sourcesIn = ({ program }: Project, folder: string) => program.getSourceFileNames().filter((file) => file.startsWith(path.join(root, 'src', folder)));

/** Numbers that stand in the page's markup as they are, not in the form of a language; as `file: expression`. */
export function findBareNumbers(): string[] {
  return withProject((project) =>
    sourcesIn(project, 'ui').flatMap((file) => {
      const shown: Node[] = [];
      const visit = (node: Node, parent: Node): void => {
        if (node.kind === SyntaxKind.JsxExpression && (parent.kind === SyntaxKind.JsxElement || parent.kind === SyntaxKind.JsxFragment)) {
          const { expression } = node as unknown as { expression?: Node };
          if (expression) shown.push(expression);
        }
        node.forEachChild((child) => visit(child, node));
      };
      const source = project.program.getSourceFile(file)!;
      source.forEachChild((child) => visit(child, source));
      const types = project.checker.getTypeAtLocation(shown);
      return shown.filter((_, i) => canBeNumber(types[i])).map((node) => `${path.relative(root, file)}: ${source.text.slice(node.pos, node.end).trim()}`);
    }),
  );
}

/** @returns paths like `page.header.share` of all strings, and of those that nothing outside `src/strings` reads */
export function findUnused(): { all: string[]; unused: string[] } {
  return withProject((project) => {
    const { program, checker } = project;

    /** Strings by the place of their declaration, and objects of strings with all that is in them. */
    const leaves = new Map<string, string>();
    const inside = new Map<string, string[]>();
    const keyOf = (symbol: TypeScriptSymbol | undefined) => (symbol?.declarations ?? []).map((d) => `${d.path}:${d.index}`);
    const objectOf = (type: Type | undefined) => keyOf(type?.getSymbol()).find((key) => inside.has(key));
    /** Objects written out in `strings/`; lists, functions, and objects whose keys are any text are strings as a whole. */
    const isGroup = (type: Type) =>
      checker.getSignaturesOfType(type, SignatureKind.Call).length === 0 && checker.getIndexInfosOfType(type).length === 0 && keyOf(type.getSymbol()).some((key) => /\/src\/strings\//i.test(key));
    const walk = (type: Type, name: string): string[] => {
      const found = checker.getPropertiesOfType(type).flatMap((property) => {
        const of = checker.getTypeOfSymbol(property)!;
        const full = `${name}.${property.name}`;
        if (isGroup(of)) return walk(of, full);
        for (const key of keyOf(property)) leaves.set(key, full);
        return [full];
      });
      for (const key of keyOf(type.getSymbol())) inside.set(key, found);
      return found;
    };
    const exportOf = (file: string, name: string) => {
      const module = checker.getSymbolAtLocation(program.getSourceFile(path.join(root, 'src/strings', file))!)!;
      return checker.getExportsOfModule(module).find((symbol) => symbol.name === name)!;
    };
    const all = [
      ...walk(checker.getTypeOfSymbol(exportOf('vi.ts', 'page'))!, 'page'),
      ...walk(checker.getTypeOfSymbol(exportOf('vi.ts', 'report'))!, 'report'),
      ...walk(checker.getDeclaredTypeOfSymbol(exportOf('command-text.ts', 'CliText')), 'cli'),
      ...walk(checker.getDeclaredTypeOfSymbol(exportOf('format.ts', 'Locale')), 'locale'),
    ];
    const names = new Set(all.flatMap((full) => full.split('.')));

    const used = new Set<string>();
    const useAll = (key: string | undefined) => inside.get(key ?? '')?.forEach((full) => used.add(full));
    const use = (symbols: readonly (TypeScriptSymbol | undefined)[]) =>
      symbols.flatMap(keyOf).forEach((key) => leaves.has(key) && used.add(leaves.get(key)!));

    for (const file of sourcesIn(project, '')) {
      const read: Node[] = [];
      const whole: Node[] = [];
      const byKey: { object: Node; index: Node }[] = [];
      const visit = (node: Node, parent: Node): void => {
        if (node.kind === SyntaxKind.PropertyAccessExpression) read.push((node as unknown as { name: Node }).name);
        if (node.kind === SyntaxKind.ElementAccessExpression) {
          const { expression, argumentExpression } = node as unknown as { expression: Node; argumentExpression: Node };
          byKey.push({ object: expression, index: argumentExpression });
        }
        if (node.kind === SyntaxKind.BindingElement) {
          const { propertyName, name } = node as unknown as { propertyName?: Node; name: Node };
          destructured.push({ pattern: parent, name: (propertyName ?? name) as Node & { text?: string } });
        }
        if (isValue(node) && !isReadFurther(parent)) whole.push(node);
        node.forEachChild((child) => visit(child, node));
      };
      const destructured: { pattern: Node; name: Node & { text?: string } }[] = [];
      const source = program.getSourceFile(file)!;
      source.forEachChild((child) => visit(child, source));

      const strings = /[\\/]src[\\/]strings[\\/]/.test(file);
      // Within a language's file a sentence may be made of others: only that counts there.
      if (strings && !/format\.ts$|index\.ts$/.test(file)) continue;
      use(checker.getSymbolAtLocation(read.filter((name) => names.has((name as unknown as { text: string }).text))));
      destructured.forEach(({ pattern, name }) => {
        if (name?.text === undefined || !names.has(name.text)) return;
        const type = checker.getTypeAtLocation(pattern);
        use([type && checker.getPropertyOfType(type, name.text)]);
      });
      byKey.forEach(({ object, index }) => {
        const type = checker.getTypeAtLocation(object);
        const key = objectOf(type);
        if (key === undefined) return;
        const keys = literalsOf(checker.getTypeAtLocation(index));
        if (keys) use(keys.map((name) => checker.getPropertyOfType(type!, name)));
        else useAll(key);
      });
      const types = checker.getTypeAtLocation(whole);
      whole.forEach((node, i) => {
        const key = objectOf(types[i]);
        // Given away as another type (a record, any object): who reads it there is not followed.
        if (key === undefined) return;
        const wanted = checker.getContextualType(node as never);
        if (wanted && !keyOf(wanted.getSymbol()).includes(key)) { useAll(key); }
      });
    }
    return { all, unused: all.filter((full) => !used.has(full)) };
  });
}

const isValue = (node: Node) => node.kind === SyntaxKind.Identifier || node.kind === SyntaxKind.PropertyAccessExpression || node.kind === SyntaxKind.ElementAccessExpression;

/** What is read of this value is seen elsewhere: its property is read, or it gets a name under which it keeps its type. */
function isReadFurther(parent: Node): boolean {
  switch (parent.kind) {
    case SyntaxKind.PropertyAccessExpression:
    case SyntaxKind.ElementAccessExpression:
    case SyntaxKind.NonNullExpression:
    case SyntaxKind.BindingElement:
    case SyntaxKind.TypeQuery:
    case SyntaxKind.Parameter:
      return true;
    case SyntaxKind.VariableDeclaration:
      return (parent as unknown as { type?: Node }).type === undefined;
    default:
      return false;
  }
}

/** The texts that a type can be, or null where it can be any. */
function literalsOf(type: Type | undefined): string[] | null {
  if (!type) return null;
  const value = (type as { value?: unknown }).value;
  if (typeof value === 'string') return [value];
  const parts = (type as { getTypes?: () => readonly Type[] }).getTypes?.();
  if (!parts || parts.length === 0) return null;
  const all = parts.map(literalsOf);
  return all.every((part) => part !== null) ? all.flat() : null;
}

/** What holds any child at all (a component's `children`) is not meant. */
function canBeNumber(type: Type | undefined): boolean {
  const parts = (type as { getTypes?: () => readonly Type[] } | undefined)?.getTypes?.() ?? (type ? [type] : []);
  return parts.some((part) => (part.flags & (TypeFlags.Number | TypeFlags.NumberLiteral)) !== 0) && !parts.some((part) => (part.flags & TypeFlags.Object) !== 0);
}
