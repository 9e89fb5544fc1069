// A certificate authority of one's own and the certificate it signs, made with the JDK's keytool.
import { execFileSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";

// keytool wants a password for every file. What protects the keys is the mode of the files.
const PASSWORD = "eyestalk";
const AUTHORITY_DAYS = 3_650;
// Apple's systems refuse certificates of servers that are valid for longer than 825 days.
const SERVER_DAYS = 397;
// A program that lives for half a second is better off without the best compiler.
const QUICKLY = ["-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"];
const RENEW_BEFORE_MS = 30 * 24 * 60 * 60 * 1_000;

/**
 * The authority of this folder and a certificate of it for these names: what is there and still
 * good is kept, so that devices have to trust the authority only once.
 *
 * @param {string} folder made if missing, readable by its owner only
 * @param {{ hosts: string[], addresses: string[] }} names
 * @param {string} keytool path of the JDK's program
 * @param {Date} now
 * @returns {{ authority: string, keystore: string, password: string, renewed: boolean }} paths
 */
export function certificateFor(folder, names, keytool, now) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = filesIn(folder);
  const run = (...groups) =>
    execFileSync(keytool, [...QUICKLY, ...groups.flat(), "-storepass", PASSWORD], {
      stdio: "pipe",
    });
  const newAuthority = !lasts(files.authority, now) || !existsSync(files.authorityKey);
  if (newAuthority) makeAuthority(files, run);
  const renewed = newAuthority || !serves(files.certificate, names, now) || !existsSync(files.key);
  if (renewed) makeCertificate(files, names, run);
  return { authority: files.authority, keystore: files.key, password: PASSWORD, renewed };
}

function filesIn(folder) {
  return {
    authority: join(folder, "ca.crt"),
    authorityKey: join(folder, "ca.p12"),
    certificate: join(folder, "server.crt"),
    key: join(folder, "server.p12"),
  };
}

function makeAuthority(files, run) {
  replace(files.authorityKey, (path) =>
    run(
      ["-genkeypair", "-alias", "ca", "-keystore", path, "-storetype", "PKCS12"],
      ["-keyalg", "EC", "-groupname", "secp256r1", "-validity", String(AUTHORITY_DAYS)],
      ["-dname", "CN=EyesTalk on this machine, O=EyesTalk"],
      ["-ext", "bc:critical=ca:true,pathlen:0", "-ext", "ku:critical=keyCertSign,cRLSign"],
    ),
  );
  replace(files.authority, (path) =>
    run(["-exportcert", "-rfc", "-alias", "ca", "-keystore", files.authorityKey, "-file", path]),
  );
}

/** keytool signs within one file: the new pair is born in a copy of the authority's and moved out. */
function makeCertificate(files, names, run) {
  const san = [
    ...names.hosts.map((host) => `dns:${host}`),
    ...names.addresses.map((address) => `ip:${address}`),
  ];
  const together = `${files.key}.signing`;
  copyFileSync(files.authorityKey, together);
  try {
    run(
      ["-genkeypair", "-alias", "server", "-signer", "ca", "-keystore", together],
      ["-keyalg", "EC", "-groupname", "secp256r1", "-validity", String(SERVER_DAYS)],
      ["-dname", "CN=EyesTalk", "-ext", "bc=ca:false", "-ext", "ku:critical=digitalSignature"],
      ["-ext", "eku=serverAuth", "-ext", `san=${san.join(",")}`],
    );
    replace(files.key, (path) =>
      run(
        ["-importkeystore", "-srckeystore", together, "-srcstorepass", PASSWORD],
        ["-srcalias", "server", "-destkeystore", path, "-deststoretype", "PKCS12"],
      ),
    );
  } finally {
    rmSync(together);
  }
  replace(files.certificate, (path) =>
    run("-exportcert", "-rfc", "-alias", "server", "-keystore", files.key, "-file", path),
  );
}

/** Whoever reads the file meanwhile sees the old one or the new one, never half of it. */
function replace(path, write) {
  const fresh = `${path}.new`;
  rmSync(fresh, { force: true });
  write(fresh);
  chmodSync(fresh, 0o600);
  renameSync(fresh, path);
}

function serves(path, names, now) {
  if (!lasts(path, now)) return false;
  const certificate = new X509Certificate(readFileSync(path));
  return (
    names.hosts.every((host) => certificate.checkHost(host) !== undefined) &&
    names.addresses.every((address) => certificate.checkIP(address) !== undefined)
  );
}

function lasts(path, now) {
  if (!existsSync(path)) return false;
  const end = Date.parse(new X509Certificate(readFileSync(path)).validTo);
  return end - now.getTime() > RENEW_BEFORE_MS;
}
