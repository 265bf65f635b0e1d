"""The filters of a page: the address that keeps them, the panel that sets them, the chips that name them."""
