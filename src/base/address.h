/* Addresses of pages, as texts: what of them stays when a site stands on another host or in another folder. */
#ifndef CLAIR_BASE_ADDRESS_H
#define CLAIR_BASE_ADDRESS_H

/* The end of `url` that follows the host of `start`, or the folder `start` when it is no address. All of `url` when
 * it stands elsewhere. A part of `url`. */
const char *clair_address_within(const char *start, const char *url);

#endif
