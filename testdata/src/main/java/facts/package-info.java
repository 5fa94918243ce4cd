/** Small programs whose lines say what the facts must know of them: {@code // fact: claim}. */
package facts;
