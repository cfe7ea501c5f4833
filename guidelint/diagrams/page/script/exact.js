/* Exact numbers: fractions of whole numbers of any size, so that no dose is rounded. */

class Exact {
  constructor(numerator, denominator = 1n) {
    const common = divisor(numerator, denominator);
    this.numerator = numerator / common;
    this.denominator = denominator / common;
    Object.freeze(this);
  }

  /* Negative, zero or positive, as this number is less than, equal to or greater than the other one. */
  compare(other) {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  floor() {
    const quotient = this.numerator / this.denominator;
    return this.numerator % this.denominator < 0n ? quotient - 1n : quotient;
  }

  /* The decimal itself where it ends within 12 places, else four digits of it after the word *about*. */
  toString() {
    for (let places = 0; places <= 12; places += 1) {
      const scale = 10n ** BigInt(places);
      if (scale % this.denominator === 0n) return decimal((this.numerator * scale) / this.denominator, places);
    }
    return `about ${Number((Number(this.numerator) / Number(this.denominator)).toPrecision(4))}`;
  }
}

function divisor(one, other) {
  let [larger, smaller] = [one < 0n ? -one : one, other];
  while (smaller) [larger, smaller] = [smaller, larger % smaller];
  return larger || 1n;
}

/* A whole number with a point before its last places. */
function decimal(whole, places) {
  if (!places) return String(whole);
  const digits = String(whole < 0n ? -whole : whole).padStart(places + 1, "0");
  return `${whole < 0n ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/* The number that somebody typed; null where it is none. */
function typedNumber(text) {
  const found = /^([-−+]?)(\d{1,30})(?:[.,](\d{1,20}))?$/.exec(text.trim());
  if (!found) return null;
  const places = found[3] ?? "";
  const digits = BigInt(found[2] + places);
  return new Exact(found[1] && found[1] !== "+" ? -digits : digits, 10n ** BigInt(places.length));
}
