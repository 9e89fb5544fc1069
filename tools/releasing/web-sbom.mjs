// What is inside the web page. Pure.

/**
 * Those components of a bill of materials (CycloneDX 1.5, as `npm sbom` writes it) that the page needs when it runs. npm itself
 * forgets what tests need, too.
 *
 * @param {any} sbom of the workspace, with everything it needs to be built
 * @param {readonly string[]} needed names of the packages that the page asks for
 * @param {{ name: string, version: string }} product
 */
export function runtimeSbom(sbom, needed, product) {
  const nameOf = new Map(
    sbom.components.filter((part) => !isOptional(part)).map((part) => [part["bom-ref"], part.name]),
  );
  const needs = new Map(sbom.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
  const kept = new Set();
  const keep = (ref) => {
    if (kept.has(ref) || !nameOf.has(ref)) return;
    kept.add(ref);
    for (const next of needs.get(ref) ?? []) keep(next);
  };
  for (const [ref, name] of nameOf) if (needed.includes(name)) keep(ref);
  const missing = needed.filter((name) => ![...kept].some((ref) => nameOf.get(ref) === name));
  if (missing.length > 0) throw new Error(`The bill of materials lacks ${missing.join(", ")}.`);
  const ref = `${product.name}@${product.version}`;
  const roots = [...kept].filter((each) => needed.includes(nameOf.get(each)));
  return {
    ...sbom,
    metadata: { ...sbom.metadata, component: { "bom-ref": ref, type: "application", ...product } },
    components: sbom.components.filter((part) => kept.has(part["bom-ref"])),
    dependencies: [
      { ref, dependsOn: roots },
      ...sbom.dependencies.filter((entry) => kept.has(entry.ref)),
    ],
  };
}

/** Types, and what a package could work with if it were there. */
const isOptional = ({ scope }) => scope === "optional";
