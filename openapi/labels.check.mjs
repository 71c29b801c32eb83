// Holds labels that the tests published against somebody else's schema of VC 2.0 and Open Badges 3.0.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UnsignedAchievementCredentialValidator, UnsignedVCValidator } from '@learncard/types';

const folder = process.argv[2];
const labels = readdirSync(folder).filter((file) => file.endsWith('.jwt'));
if (labels.length === 0) {
  throw new Error(`No label in ${folder}`);
}
for (const file of labels) {
  const payload = readFileSync(join(folder, file), 'utf8').split('.')[1];
  const credential = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  for (const validator of [UnsignedVCValidator, UnsignedAchievementCredentialValidator]) {
    validator.parse(credential);
    const broken = { ...credential, issuer: undefined, credentialSubject: undefined };
    if (validator.safeParse(broken).success) {
      throw new Error('The schema lets anything through');
    }
  }
  console.log(`${file}: a Verifiable Credential 2.0 and an Open Badge 3.0`);
}
