// node tools/tls/main.mjs own FOLDER PORT: makes what is missing of an authority and a certificate of it in FOLDER.
// node tools/tls/main.mjs given CERTIFICATE KEY PORT: takes these PEM files.
// Prints application properties, one a line; what people should know goes to standard error.
import { X509Certificate, createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { hostname, networkInterfaces } from "node:os";
import { join } from "node:path";
import { announcement } from "./announce.mjs";
import { certificateFor } from "./authority.mjs";
import { addressesForOthers, httpsAddress, namesOf } from "./names.mjs";

const picture = process.stderr.isTTY;

function own(folder, port) {
  const names = namesOf(hostname(), networkInterfaces());
  const keytool = join(process.env.JAVA_HOME ?? "", "bin/keytool");
  const { authority, keystore, password, renewed } = certificateFor(
    folder,
    names,
    keytool,
    new Date(),
  );
  if (renewed) {
    console.error(`New certificate for ${[...names.hosts, ...names.addresses].join(", ")}`);
  }
  console.error(
    announcement(addressesForOthers(hostname(), networkInterfaces(), port), { authority, picture }),
  );
  return {
    "eyestalk.edge.certificate-authority": `file:${authority}`,
    "server.ssl.bundle": "tls",
    "spring.ssl.bundle.jks.tls.reload-on-update": "true",
    "spring.ssl.bundle.jks.tls.keystore.type": "PKCS12",
    "spring.ssl.bundle.jks.tls.keystore.location": `file:${keystore}`,
    "spring.ssl.bundle.jks.tls.keystore.password": password,
  };
}

function given(certificate, key, port) {
  const x509 = new X509Certificate(readFileSync(certificate));
  if (!x509.checkPrivateKey(createPrivateKey(readFileSync(key)))) {
    throw new Error(`The key ${key} does not belong to the certificate ${certificate}.`);
  }
  const hosts = [...(x509.subjectAltName ?? "").matchAll(/DNS:([^,\s*]+)(?=,|$)/g)];
  const addresses = hosts.map(([, host]) => httpsAddress(host, port));
  // A wildcard names no address.
  if (addresses.length > 0) console.error(announcement(addresses, { picture }));
  return {
    "server.ssl.bundle": "tls",
    "spring.ssl.bundle.pem.tls.reload-on-update": "true",
    "spring.ssl.bundle.pem.tls.keystore.certificate": `file:${certificate}`,
    "spring.ssl.bundle.pem.tls.keystore.private-key": `file:${key}`,
  };
}

process.umask(0o077);
const [kind, ...parameters] = process.argv.slice(2);
const port = Number(parameters.pop());
try {
  const properties = kind === "own" ? own(parameters[0], port) : given(...parameters, port);
  for (const [name, value] of Object.entries(properties)) console.log(`--${name}=${value}`);
} catch (failure) {
  // keytool says on standard output what is wrong.
  console.error(`TLS: ${failure.message}${failure.stdout ?? ""}`);
  process.exitCode = 1;
}
