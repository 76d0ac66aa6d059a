-- depends_on: {{ ref('raw_routes') }}
select
    origin as origin_code,
    destination as destination_code,
    `count` as flights
from {{ source('raw', 'routes') }}
