/** A shop: orders over WebFlux, invoices over Vert.x, shipping and images in the background. */
package shop;
