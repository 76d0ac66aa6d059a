-- The source is the table of a seed; this line makes `build` load it first.
-- depends_on: {{ ref('raw_airports') }}
select
    iata as airport_code,
    name as airport_name,
    nullif(city, 'NA') as city,
    nullif(state, 'NA') as state,
    country,
    latitude,
    longitude
from {{ source('raw', 'airports') }}
