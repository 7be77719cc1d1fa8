// The identity of a specialised model.

/** Who answered, and what it was trained on. Dates are ISO 8601. */
export interface ModelCard {
  readonly schemaVersion: 1;
  /** `embedded`, `openai`, … */
  readonly provider: string;
  readonly name: string;
  /** The model that was specialised; `null` when there is none, as for the embedded model. */
  readonly baseModel: string | null;
  /** Same fingerprint, same answers. */
  readonly fingerprint: string;
  /** `null` when it is not known what the model was trained on. */
  readonly trainedAt: {
    readonly revision: string;
    readonly committedAt: string | null;
    /** Units and files learned; `null` where nobody counted them, as for a model that was trained elsewhere. */
    readonly units: number | null;
    readonly files: number | null;
  } | null;
  readonly recipe: {
    readonly kind: string;
    readonly datasetHash: string;
    readonly epochs: number | null;
    readonly promptFormat: string | null;
  } | null;
  /** In-place scores on the training revision; `null` until an in-place evaluation has run. */
  readonly baseline: { readonly methods: number; readonly similarity: number; readonly measuredAt: string } | null;
  /**
   * The embedded model, trained at the revision at which another model was: how far the code has moved from there, as a
   * verbatim memory of it reads it, and no score of that other model (docs/design.md). `of` is what that one is called,
   * where it is known; `null` for a model that stands for itself.
   */
  readonly shadow: { readonly of: string | null } | null;
}

/** The embedded model's card, when it was trained to be the shadow of another model. */
export function asShadow(card: ModelCard, of: string | null): ModelCard {
  return { ...card, shadow: { of } };
}

/** What an in-place evaluation of the training revision says about a model. */
export interface BaselineScores {
  readonly revision: string;
  readonly protocol: 'recreate' | 'in-place';
  readonly methods: number;
  /** Mean method similarity, failures counted as stubs; `null` when nothing was evaluated. */
  readonly similarity: number | null;
}

/** The card with its scores filled in; `null` when they are no baseline: another revision, or another protocol. */
export function withBaseline(card: ModelCard, scores: BaselineScores, measuredAt: Date): ModelCard | null {
  const { revision, protocol, methods, similarity } = scores;
  if (protocol !== 'in-place' || similarity === null || revision !== card.trainedAt?.revision) return null;
  return { ...card, baseline: { methods, similarity, measuredAt: measuredAt.toISOString() } };
}
