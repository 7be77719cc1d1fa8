// Finds the outermost bodies of a parsed file, and the types around them.

import type { Field, MethodUnit, ParsedSource, TypeHeader, TypeKind, UnitKind } from '../../core/unit.ts';
import { CONSTRUCTOR_NAME } from '../../core/unit.ts';
import type { BracePair } from './braces.ts';
import type { SyntaxNode } from './grammar.ts';
import { clauseTypes, modifiersOf, parametersOf, typeText } from './headers.ts';

export interface SourceFacts {
  readonly path: string;
  readonly text: string;
  readonly braces: ReadonlyMap<number, BracePair>;
  /** Offset from which on the parser's view cannot be trusted; infinite when there is none. */
  readonly trustedUntil: number;
  lineAt(offset: number): number;
}

type Findings = Pick<ParsedSource, 'packageName' | 'imports' | 'types' | 'units'>;

/** Reads a tree's package, imports, types and units; what stands in or touches an error is left out. */
export function readTree(root: SyntaxNode, source: SourceFacts): Findings {
  const reader = new TreeReader(source, root.hasError);
  reader.readFile(root);
  return reader;
}

/** Where members are found: the type they belong to, and how deep its braces stand. */
interface Place {
  readonly typeName: string;
  readonly depth: number;
  /** What a compact constructor gets. */
  readonly components: string;
  /** Anonymous classes so far, by what they are in: a field, `static` or `init`. */
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
    const place: Place = { typeName: '', depth: -1, components: '', anonymous: new Map(), fields: [] };
    this.#readMembers(root.namedChildren, place);
  }

  #readMembers(members: readonly SyntaxNode[], place: Place): void {
    let javadoc = '';
    let before: SyntaxNode | undefined;
    for (const member of members) {
      if (member.type === 'block_comment') {
        const comment = this.#text(member);
        if (comment.startsWith('/**') && comment !== '/**/') javadoc = comment;
        continue;
      }
      if (member.type === 'line_comment') continue;
      if (!this.#endsAmid(before)) this.#readMember(member, place, javadoc);
      javadoc = '';
      before = member;
    }
  }

  /** Whether an error may have swallowed the beginning of what follows. */
  #endsAmid(node: SyntaxNode | undefined): boolean {
    return node?.isError === true && !/[;{}]$/.test(this.#text(node));
  }

  #readMember(member: SyntaxNode, place: Place, javadoc: string): void {
    switch (member.type) {
      case 'package_declaration':
        this.packageName = importedName(this.#text(member).replace(/^[^]*?\bpackage\b/, ''));
        break;
      case 'import_declaration':
        this.imports.push(importedName(this.#text(member).replace(/^import\s+(?:static\b)?/, '')));
        break;
      case 'class_declaration':
      case 'record_declaration':
      case 'interface_declaration':
      case 'enum_declaration':
      case 'annotation_type_declaration':
        this.#readType(member, place);
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
        this.#readField(member, place);
        break;
      case 'enum_constant':
        this.#readEnumConstant(member, place);
        break;
      case 'enum_body_declarations':
        this.#readMembers(member.namedChildren, place);
        break;
      case 'static_initializer':
        this.#readTypesIn(member, 'static', place);
        break;
      case 'block':
        this.#readTypesIn(member, 'init', place);
        break;
    }
  }

  #readType(node: SyntaxNode, place: Place): void {
    let name = '';
    let components = '';
    let body: SyntaxNode | undefined;
    const supertypes: string[] = [];
    for (const child of node.namedChildren) {
      switch (child.type) {
        case 'identifier':
          name = this.#text(child);
          break;
        case 'formal_parameters':
          components = this.#text(child);
          break;
        case 'superclass':
        case 'super_interfaces':
        case 'extends_interfaces':
          supertypes.push(...clauseTypes(this.#text(child)));
          break;
        case 'class_body':
        case 'interface_body':
        case 'enum_body':
        case 'annotation_type_body':
          body = child;
      }
    }
    if (body === undefined) return;
    const typeName = place.typeName === '' ? name : `${place.typeName}.${name}`;
    this.#readBody(body, { name: typeName, kind: KIND_OF_TYPE[node.type] ?? 'class', supertypes }, components);
  }

  #readBody(body: SyntaxNode, header: Omit<TypeHeader, 'fields'>, components: string): void {
    const fields: Field[] = parametersOf(components);
    const place: Place = {
      typeName: header.name,
      depth: this.#source.braces.get(body.startIndex)?.depth ?? Number.NaN,
      components,
      anonymous: new Map(),
      fields,
    };
    this.types.push({ ...header, fields });
    this.#readMembers(body.namedChildren, place);
  }

  #readField(node: SyntaxNode, place: Place): void {
    let type = '';
    for (const child of node.namedChildren) {
      if (child.type === 'modifiers') continue;
      if (child.type !== 'variable_declarator') {
        if (type === '' && !isComment(child)) type = typeText(this.#text(child));
        continue;
      }
      const name = this.#text(child.childForFieldName('name'));
      place.fields.push({ type: type + typeText(this.#text(child.childForFieldName('dimensions'))), name });
      this.#readTypesIn(child, name, place);
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
    this.#readBody(body, { name: `${place.typeName}.${name}`, kind: 'anonymous', supertypes: [type] }, '');
  }

  /** Anonymous and local classes in an initialiser, numbered by what holds them. */
  #readTypesIn(node: SyntaxNode, holder: string, place: Place): void {
    if (node.hasError || !this.#text(node).includes('{')) return;
    let end = node.startIndex;
    for (const found of node.descendantsOfType(TYPES_IN_EXPRESSIONS)) {
      if (found.startIndex < end) continue;
      end = found.endIndex;
      if (found.type === 'class_body') this.#readAnonymous(found, holder, place);
      else this.#readType(found, place);
    }
  }

  #readAnonymous(body: SyntaxNode, holder: string, place: Place): void {
    const number = (place.anonymous.get(holder) ?? 0) + 1;
    place.anonymous.set(holder, number);
    const supertype = typeText(this.#text(body.parent?.childForFieldName('type') ?? null));
    const name = place.typeName === '' ? `${holder}$${number}` : `${place.typeName}.${holder}$${number}`;
    this.#readBody(body, { name, kind: 'anonymous', supertypes: [supertype] }, '');
  }

  #readUnit(node: SyntaxNode, place: Place, kind: UnitKind, javadoc: string): void {
    if (node.hasError) return;
    const parts: UnitParts = { modifiers: [], returnType: '', dimensions: '', parameters: place.components, throws: [] };
    for (const child of node.namedChildren) this.#readUnitPart(child, parts);
    const { body, nameNode } = parts;
    if (body === undefined || nameNode === undefined || !this.#isTrusted(body, place)) return;
    const name = kind === 'method' ? this.#text(nameNode) : CONSTRUCTOR_NAME;
    const parameters = parts.parameters === '' ? [] : parametersOf(parts.parameters);
    this.units.push({
      id: this.#freshId(place.typeName, name, parameters.map((parameter) => parameter.type)),
      path: this.#source.path,
      typeName: place.typeName,
      kind,
      name,
      parameters,
      returnType: parts.returnType + parts.dimensions,
      modifiers: parts.modifiers,
      throws: parts.throws,
      javadoc,
      declaration: { start: node.startIndex, end: node.endIndex },
      body: { start: body.startIndex, end: body.endIndex },
      line: this.#source.lineAt(nameNode.startIndex),
    });
  }

  #readUnitPart(child: SyntaxNode, parts: UnitParts): void {
    switch (child.type) {
      case 'modifiers':
      case 'annotation':
      case 'marker_annotation':
        parts.modifiers.push(...modifiersOf(this.#text(child)));
        break;
      case 'identifier':
        parts.nameNode = child;
        break;
      case 'formal_parameters':
        parts.parameters = this.#text(child);
        break;
      case 'dimensions':
        parts.dimensions = typeText(this.#text(child));
        break;
      case 'throws':
        parts.throws = clauseTypes(this.#text(child));
        break;
      case 'block':
      case 'constructor_body':
        parts.body = child;
        break;
      case 'type_parameters':
      case 'line_comment':
      case 'block_comment':
        break;
      default:
        parts.returnType = typeText(this.#text(child));
    }
  }

  /** The tokens must see the same body, at the same depth; in a file with errors, inside a type. */
  #isTrusted(body: SyntaxNode, place: Place): boolean {
    const pair = this.#source.braces.get(body.startIndex);
    if (pair === undefined || pair.end !== body.endIndex || pair.depth !== place.depth + 1) return false;
    if (this.#hasErrors && place.typeName === '') return false;
    return body.endIndex <= this.#source.trustedUntil;
  }

  #freshId(typeName: string, name: string, parameterTypes: readonly string[]): string {
    const owner = typeName === '' ? '' : `${typeName}.`;
    const id = `${this.#source.path}#${owner}${name}(${parameterTypes.join(',')})`;
    const uses = (this.#idUses.get(id) ?? 0) + 1;
    this.#idUses.set(id, uses);
    return uses === 1 ? id : `${id}~${uses}`;
  }

  #text(node: SyntaxNode | null): string {
    return node === null ? '' : this.#source.text.slice(node.startIndex, node.endIndex);
  }
}

interface UnitParts {
  modifiers: string[];
  returnType: string;
  dimensions: string;
  parameters: string;
  throws: string[];
  nameNode?: SyntaxNode;
  body?: SyntaxNode;
}

const KIND_OF_TYPE: Readonly<Record<string, TypeKind>> = {
  class_declaration: 'class',
  record_declaration: 'record',
  interface_declaration: 'interface',
  enum_declaration: 'enum',
  annotation_type_declaration: 'annotation',
};

const TYPES_IN_EXPRESSIONS = ['class_body', ...Object.keys(KIND_OF_TYPE)];

function isComment(node: SyntaxNode): boolean {
  return node.type === 'line_comment' || node.type === 'block_comment';
}

function importedName(source: string): string {
  return typeText(source).replace(/;$/, '');
}
