// Walks a parsed file for its outermost bodies and the types around them, names them, and decides which to trust.

import type { Field, MethodId, MethodUnit, ParsedSource, TypeHeader, UnitKind } from '../../core/unit.ts';
import { CONSTRUCTOR_NAME } from '../../core/unit.ts';
import type { BracePair } from './braces.ts';
import { declaratorParts, isComment, methodParts, TYPE_DECLARATIONS, textOf, typeParts } from './declarations.ts';
import type { SyntaxNode } from './grammar.ts';
import { parametersOf, typeText } from './headers.ts';

/** A text and what its tokens say of it, whatever the parser thinks. */
export interface SourceFacts {
  readonly path: string;
  readonly text: string;
  readonly braces: ReadonlyMap<number, BracePair>;
  /** The offset from which on tokens and syntax tree cannot be trusted; infinite as a rule. */
  readonly trustedUntil: number;
  readonly lineAt: (offset: number) => number;
}

type Findings = Pick<ParsedSource, 'packageName' | 'imports' | 'types' | 'units'>;

/** Reads a tree's package, imports, types and units; a unit that holds or borders on an error is left out. */
export function readTree(root: SyntaxNode, source: SourceFacts): Findings {
  const reader = new TreeReader(source, root.hasError);
  reader.readFile(root);
  const { packageName, imports, types, units } = reader;
  return { packageName, imports, types, units };
}

/** Where members are found. */
interface Place {
  /** Empty outside of types: Java 25 has methods there. */
  readonly typeName: string;
  /** How many braces stand around those of the type; not a number when tokens and tree disagree on that. */
  readonly depth: number;
  /** A record's components as written: the parameters of its compact constructor. */
  readonly components: string | undefined;
  /** How many anonymous classes there are so far, by what they are in: a field, `static` or `init`. */
  readonly anonymous: Map<string, number>;
  readonly fields: Field[];
}

class TreeReader implements Findings {
  packageName = '';
  readonly imports: string[] = [];
  readonly types: TypeHeader[] = [];
  readonly units: MethodUnit[] = [];
  readonly #idUses = new Map<string, number>();
  readonly #source: SourceFacts;
  readonly #hasErrors: boolean;

  constructor(source: SourceFacts, hasErrors: boolean) {
    this.#source = source;
    this.#hasErrors = hasErrors;
  }

  readFile(root: SyntaxNode): void {
    const place: Place = { typeName: '', depth: -1, components: undefined, anonymous: new Map(), fields: [] };
    this.#readMembers(root, place);
  }

  #readMembers(body: SyntaxNode, place: Place): void {
    let javadoc = '';
    let before: SyntaxNode | undefined;
    for (const member of body.namedChildren) {
      if (isComment(member)) {
        const comment = this.#text(member);
        if (comment.startsWith('/**') && comment !== '/**/') javadoc = comment;
        continue;
      }
      if (!this.#mayHoldBeginning(before)) this.#readMember(member, place, javadoc);
      javadoc = '';
      before = member;
    }
  }

  /** Whether the first words of what follows may have gone into an error. */
  #mayHoldBeginning(node: SyntaxNode | undefined): boolean {
    return node?.isError === true && !/[;{}]$/.test(this.#text(node));
  }

  #readMember(member: SyntaxNode, place: Place, javadoc: string): void {
    switch (member.type) {
      case 'package_declaration':
        this.packageName = typeText(this.#text(member.namedChildren.findLast((child) => !isComment(child))));
        break;
      case 'import_declaration':
        this.imports.push(typeText(this.#text(member).replace(/^import\s+(?:static\s+)?|\s*;$/g, '')));
        break;
      case 'method_declaration':
        this.#readUnit(member, place, 'method', javadoc);
        break;
      case 'constructor_declaration':
        this.#readUnit(member, place, 'constructor', javadoc);
        break;
      case 'compact_constructor_declaration':
        this.#readUnit(member, place, 'compact-constructor', javadoc);
        break;
      case 'field_declaration':
      case 'constant_declaration':
      case 'local_variable_declaration': // outside of types, see Place
        this.#readFields(member, place);
        break;
      case 'enum_constant':
        this.#readEnumConstant(member, place);
        break;
      case 'enum_body_declarations':
        this.#readMembers(member, place);
        break;
      case 'static_initializer':
        this.#readTypesIn(member, 'static', place);
        break;
      case 'block':
        this.#readTypesIn(member, 'init', place);
        break;
      default:
        if (TYPE_DECLARATIONS.includes(member.type)) this.#readType(member, place, 'member');
    }
  }

  #readType(node: SyntaxNode, place: Place, where: 'member' | 'local'): void {
    const parts = typeParts(node, this.#source.text);
    if (parts === undefined) return;
    const { kind, supertypes, components, body } = parts;
    const depth = this.#depthOf(body);
    const isPlausible = where === 'local' || depth === place.depth + 1;
    const header = { name: qualified(place, parts.name), kind, supertypes };
    this.#readBody(body, header, isPlausible ? depth : Number.NaN, components);
  }

  #readBody(body: SyntaxNode, header: Omit<TypeHeader, 'fields'>, depth: number, components?: string): void {
    const fields: Field[] = components === undefined ? [] : parametersOf(components);
    this.types.push({ ...header, fields });
    // Tokens and tree disagree, or someone is after our call stack: there can be no unit in it.
    if (!(depth < DEEPEST_TYPE)) return;
    this.#readMembers(body, { typeName: header.name, depth, components, anonymous: new Map(), fields });
  }

  #readFields(node: SyntaxNode, place: Place): void {
    for (const { type, name, node: declarator } of declaratorParts(node, this.#source.text)) {
      place.fields.push({ type, name });
      this.#readTypesIn(declarator, name, place);
    }
  }

  #readEnumConstant(node: SyntaxNode, place: Place): void {
    const name = this.#text(node.childForFieldName('name'));
    const type = place.typeName.slice(place.typeName.lastIndexOf('.') + 1);
    place.fields.push({ type, name });
    if (node.hasError) return;
    const values = node.childForFieldName('arguments');
    if (values !== null) this.#readTypesIn(values, name, place);
    const body = node.childForFieldName('body');
    if (body === null) return;
    this.#readBody(body, { name: qualified(place, name), kind: 'anonymous', supertypes: [type] }, place.depth + 1);
  }

  /** Anonymous and local classes in an initialiser, the former numbered by what they are in. */
  #readTypesIn(node: SyntaxNode, holder: string, place: Place): void {
    if (node.hasError || !this.#isCertain(place) || !this.#text(node).includes('{')) return;
    let end = node.startIndex;
    for (const found of node.descendantsOfType(TYPES_IN_EXPRESSIONS)) {
      if (found.startIndex < end) continue;
      end = found.endIndex;
      if (found.type === 'class_body') this.#readAnonymous(found, holder, place);
      else this.#readType(found, place, 'local');
    }
  }

  #readAnonymous(body: SyntaxNode, holder: string, place: Place): void {
    const number = (place.anonymous.get(holder) ?? 0) + 1;
    place.anonymous.set(holder, number);
    const supertype = typeText(this.#text(body.parent?.childForFieldName('type')));
    const name = qualified(place, `${holder}$${number}`);
    this.#readBody(body, { name, kind: 'anonymous', supertypes: [supertype] }, this.#depthOf(body));
  }

  #readUnit(node: SyntaxNode, place: Place, kind: UnitKind, javadoc: string): void {
    if (node.hasError || !this.#isCertain(place)) return;
    const parts = methodParts(node, this.#source.text);
    if (parts === undefined || !this.#isBody(parts.body, place)) return;
    const name = kind === 'method' ? this.#text(parts.name) : CONSTRUCTOR_NAME;
    const parameters = parametersOf((kind === 'compact-constructor' ? place.components : parts.parameters) ?? '()');
    const signature = `${name}(${parameters.map((parameter) => parameter.type).join(',')})`;
    this.units.push({
      id: this.#freshId(`${this.#source.path}#${qualified(place, signature)}`),
      path: this.#source.path,
      typeName: place.typeName,
      kind,
      name,
      parameters,
      returnType: parts.returnType,
      modifiers: parts.modifiers,
      throws: parts.throws,
      javadoc,
      declaration: { start: node.startIndex, end: node.endIndex },
      body: { start: parts.body.startIndex, end: parts.body.endIndex },
      line: this.#source.lineAt(parts.name.startIndex),
    });
  }

  /** A file with errors may have lost a type's head or end: what stands in no type is then in the wrong place. */
  #isCertain(place: Place): boolean {
    return !this.#hasErrors || place.typeName !== '';
  }

  /** Whether the tokens see the same braces, just inside those of the type. */
  #isBody(body: SyntaxNode, place: Place): boolean {
    const pair = this.#source.braces.get(body.startIndex);
    if (pair === undefined || pair.end !== body.endIndex || pair.depth !== place.depth + 1) return false;
    return body.endIndex <= this.#source.trustedUntil;
  }

  #depthOf(body: SyntaxNode): number {
    return this.#source.braces.get(body.startIndex)?.depth ?? Number.NaN;
  }

  #freshId(id: MethodId): MethodId {
    const uses = (this.#idUses.get(id) ?? 0) + 1;
    this.#idUses.set(id, uses);
    return uses === 1 ? id : `${id}~${uses}`;
  }

  #text(node: SyntaxNode | null | undefined): string {
    return textOf(node, this.#source.text);
  }
}

/** In braces around a type. */
const DEEPEST_TYPE = 200;

const TYPES_IN_EXPRESSIONS = ['class_body', ...TYPE_DECLARATIONS];

function qualified(place: Place, name: string): string {
  return place.typeName === '' ? name : `${place.typeName}.${name}`;
}
