// The parts of one declaration, as its node in the syntax tree holds them.

import type { TypeKind } from '../../core/unit.ts';
import type { SyntaxNode } from './grammar.ts';
import { clauseTypes, modifiersOf, typeText } from './headers.ts';

/** What a method, constructor or compact constructor is made of; lists still as written. */
export interface MethodParts {
  readonly modifiers: readonly string[];
  readonly returnType: string;
  readonly name: SyntaxNode;
  /** With its parentheses; `undefined` for a compact constructor. */
  readonly parameters: string | undefined;
  readonly throws: readonly string[];
  readonly body: SyntaxNode;
}

/** The parts of a declaration that has a body; `undefined` for one without. */
export function methodParts(node: SyntaxNode, text: string): MethodParts | undefined {
  let name: SyntaxNode | undefined;
  let body: SyntaxNode | undefined;
  let parameters: string | undefined;
  let throws: string[] = [];
  let returnType = '';
  const modifiers: string[] = [];
  for (const child of node.namedChildren) {
    switch (child.type) {
      case 'modifiers':
      case 'annotation':
      case 'marker_annotation':
        modifiers.push(...modifiersOf(textOf(child, text)));
        break;
      case 'identifier':
        name = child;
        break;
      case 'formal_parameters':
        parameters = textOf(child, text);
        break;
      case 'dimensions':
        returnType += typeText(textOf(child, text));
        break;
      case 'throws':
        throws = clauseTypes(textOf(child, text));
        break;
      case 'block':
      case 'constructor_body':
        body = child;
        break;
      case 'type_parameters':
      case 'line_comment':
      case 'block_comment':
        break;
      default:
        returnType = typeText(textOf(child, text));
    }
  }
  if (name === undefined || body === undefined) return undefined;
  return { modifiers, returnType, name, parameters, throws, body };
}

export interface TypeParts {
  readonly name: string;
  readonly kind: TypeKind;
  readonly supertypes: readonly string[];
  /** A record's, with their parentheses, as written. */
  readonly components: string | undefined;
  readonly body: SyntaxNode;
}

export function typeParts(node: SyntaxNode, text: string): TypeParts | undefined {
  let name = '';
  let components: string | undefined;
  let body: SyntaxNode | undefined;
  const supertypes: string[] = [];
  for (const child of node.namedChildren) {
    switch (child.type) {
      case 'identifier':
        name = textOf(child, text);
        break;
      case 'formal_parameters':
        components = textOf(child, text);
        break;
      case 'superclass':
      case 'super_interfaces':
      case 'extends_interfaces':
        supertypes.push(...clauseTypes(textOf(child, text)));
        break;
      case 'class_body':
      case 'interface_body':
      case 'enum_body':
      case 'annotation_type_body':
        body = child;
    }
  }
  const kind = KIND_OF_TYPE[node.type];
  return body === undefined || kind === undefined ? undefined : { name, kind, supertypes, components, body };
}

const KIND_OF_TYPE: Readonly<Record<string, TypeKind>> = {
  class_declaration: 'class',
  record_declaration: 'record',
  interface_declaration: 'interface',
  enum_declaration: 'enum',
  annotation_type_declaration: 'annotation',
};

/** The nodes that {@link typeParts} reads. */
export const TYPE_DECLARATIONS: readonly string[] = Object.keys(KIND_OF_TYPE);

export interface DeclaratorParts {
  readonly type: string;
  readonly name: string;
  readonly node: SyntaxNode;
}

/** The variables of a field declaration, each with its full type. */
export function declaratorParts(node: SyntaxNode, text: string): DeclaratorParts[] {
  const declarators: DeclaratorParts[] = [];
  let type: string | undefined;
  for (const child of node.namedChildren) {
    if (child.type === 'modifiers' || isComment(child)) continue;
    if (child.type === 'variable_declarator') {
      const dimensions = typeText(textOf(child.childForFieldName('dimensions'), text));
      const name = textOf(child.childForFieldName('name'), text);
      declarators.push({ type: (type ?? '') + dimensions, name, node: child });
    } else type ??= typeText(textOf(child, text));
  }
  return declarators;
}

export function isComment(node: SyntaxNode): boolean {
  return node.type === 'line_comment' || node.type === 'block_comment';
}

export function textOf(node: SyntaxNode | null | undefined, text: string): string {
  return node === null || node === undefined ? '' : text.slice(node.startIndex, node.endIndex);
}
