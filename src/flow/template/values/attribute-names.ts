/**
 * The attributes of Python's own objects that are not data. A template that asks for one gets
 * nothing, even where a dict has a key of that name (`d.items`), because the service hides every
 * method; and using that nothing is a security error. So the names matter, the methods do not.
 */
export function hasHiddenAttribute(typeName: string, name: string): boolean {
  if (name.startsWith("_") && everyObject.has(name)) return true;
  return hiddenNames.get(typeName)?.has(name) ?? false;
}

function names(text: string): readonly string[] {
  return text.split(" ").filter((name) => name !== "");
}

/** Dunder names written without their underscores. */
function dunders(text: string): readonly string[] {
  return names(text).map((name) => `__${name}__`);
}

const everyObject: ReadonlySet<string> = new Set(
  dunders(
    "class delattr dir doc eq format ge getattribute getstate gt hash init init_subclass le lt ne " +
      "new reduce reduce_ex repr setattr sizeof str subclasshook",
  ),
);

const stringNames = [
  ...names(
    "capitalize casefold center count encode endswith expandtabs find format format_map index " +
      "isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable " +
      "isspace istitle isupper join ljust lower lstrip maketrans partition removeprefix " +
      "removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines " +
      "startswith strip swapcase title translate upper zfill",
  ),
  ...dunders("add contains getitem getnewargs iter len mod mul rmod rmul"),
];

const intNames = [
  ...names("as_integer_ratio bit_count bit_length conjugate from_bytes to_bytes"),
  ...dunders(
    "abs add and bool ceil divmod float floor floordiv getnewargs index int invert lshift mod " +
      "mul neg or pos pow radd rand rdivmod rfloordiv rlshift rmod rmul ror round rpow rrshift " +
      "rshift rsub rtruediv rxor sub truediv trunc xor",
  ),
];

const tupleNames = [
  ...names("count index"),
  ...dunders("add class_getitem contains getitem getnewargs iter len mul rmul"),
];

const undefinedNames = [
  ...names(
    "_fail_with_undefined_error _undefined_exception _undefined_hint _undefined_message " +
      "_undefined_name _undefined_obj",
  ),
  ...dunders(
    "add aiter bool call complex div float floordiv getattr getitem int iter len mod module mul " +
      "neg pos pow radd rdiv rfloordiv rmod rmul rpow rsub rtruediv slots sub truediv",
  ),
];

const typeNames = dunders(
  "base bases basicsize call dict dictoffset flags instancecheck itemsize module mro name or " +
    "prepare qualname ror subclasscheck subclasses text_signature weakrefoffset",
);

const iteratorNames = dunders("iter length_hint next setstate");
const instanceNames = dunders("dict module weakref");

const hiddenNames: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    str: stringNames,
    Markup: [
      ...stringNames,
      ...names("escape striptags unescape"),
      ...dunders("html html_format module radd slots"),
    ],
    int: intNames,
    bool: intNames,
    float: [
      ...names("as_integer_ratio conjugate fromhex hex is_integer"),
      ...dunders(
        "abs add bool ceil divmod float floor floordiv getformat getnewargs int mod mul neg pos " +
          "pow radd rdivmod rfloordiv rmod rmul round rpow rsub rtruediv sub truediv trunc",
      ),
    ],
    NoneType: dunders("bool"),
    list: [
      ...names("append clear copy count extend index insert pop remove reverse sort"),
      ...dunders(
        "add class_getitem contains delitem getitem iadd imul iter len mul reversed rmul setitem",
      ),
    ],
    dict: [
      ...names("clear copy fromkeys get items keys pop popitem setdefault update values"),
      ...dunders("class_getitem contains delitem getitem ior iter len or reversed ror setitem"),
    ],
    tuple: tupleNames,
    _GroupTuple: [
      ...tupleNames,
      ...names("_asdict _field_defaults _fields _make _replace"),
      ...dunders("annotations match_args module orig_bases slots"),
    ],
    generator: [
      ...names("close gi_code gi_frame send throw"),
      ...dunders("del iter name next qualname"),
    ],
    list_reverseiterator: iteratorNames,
    dict_reversekeyiterator: iteratorNames.filter((name) => name !== "__setstate__"),
    reversed: iteratorNames,
    Undefined: undefinedNames,
    DebugUndefined: undefinedNames,
    Macro: [
      ...instanceNames,
      ...names("_argument_count _async_invoke _default_autoescape _environment _func _invoke"),
      ...dunders("call"),
    ],
    LoopContext: [
      ...instanceNames,
      ...names("_after _before _current _iterable _iterator _last_changed_value _length"),
      ...names("_peek_next _recurse _to_iterator _undefined changed cycle"),
      ...dunders("annotations call iter len next"),
    ],
    TemplateReference: [...instanceNames, "_TemplateReference__context", ...dunders("getitem")],
    BlockReference: [
      ...instanceNames,
      ...names("_async_call _context _depth _stack"),
      ...dunders("call"),
    ],
    TemplateModule: [...instanceNames, "_body_stream", ...dunders("html name")],
    function: dunders(
      "annotations builtins call closure code defaults dict get globals kwdefaults module name " +
        "qualname",
    ),
    type: [...names("mro"), ...typeNames],
  }).map(([type, hidden]) => [type, new Set(hidden)]),
);
